"""The journal's database: the only room that knows SQLModel and SQLCipher. It takes and returns journal objects.

Importing this package loads nothing heavy; `tip_reflect.store.store` does, when a journal is opened.
"""
