"""The course of one sitting, from the first choice to the close: what the app and `write` both follow."""
