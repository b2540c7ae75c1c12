"""Text made to be slow to look through, and how long it takes: `python tests/privacy/hostile.py`.

Time in proportion to the length is 8 in the last column. It gates nothing: a clock is no test.
"""

from time import process_time

from tip_reflect.privacy.check import find

HOSTILE = [
    "1",
    "@",
    ".",
    " ",
    "a",
    "1 ",
    "J.M.",
    "a.",
    "J. ",
    "12/03/2011 ",
    "1234 ",
    "0 ",
    "a-",
    "1/",
    "a@a.",
    "a:",
    "one ",
    "(0",
    "ref 12 ",
    "07 ",
    "+",
    "a dot ",
    "a at ",
    "#",
    "\xa0",
    "a1",
    "gb29 ",
    "x ",
    "1\n",
    "/",
    "snap is ",
    "11",
    "http://",
    "eh six ",
    "k one ",
    "sierra ",
    "a 1 ",
    "dash one ",
    "wifi is ",
    "car ab 12 ",
    "eh8 9 ",
    "9, ",
    "only ",
    "she's ",
    "twenty ",
    "she's 9 ",
    "is 3 and ",
    "in his ",
    "(9) ",
    "P7/",
    "'",
    "\n",
    "son ",
    "12/",
    "12 03 ",
    "at ",
    "half ",
    "on the ",
    "Tuesday ",
    "March ",
    "first of ",
    "ten to ",
    "1-",
    "a ",
    '"',
    "' ",
    "“",
    '" ',
    "‘a ",
    "mum ",
    "her nurse ",
    "lost her ",
    "said you ",
    "two wee ",
    "is a nurse ",
    "eldest ",
    "said, ",
    "'s",
    "9",
    "A",
    "Kirsty ",
    "(",
    "é́",
    "St ",
    "I ",
]

SHORT, LONG = 20_000, 160_000


def seconds(text: str) -> float:
    """Of the processor, the better of two looks."""
    best = float("inf")
    for _ in range(2):
        began = process_time()
        find(text)
        best = min(best, process_time() - began)
    return best


def main() -> None:
    print(f"{'piece':>20}  {SHORT:,} characters  {LONG:,} characters  ratio")
    for piece in HOSTILE:
        short, long = (seconds(piece * (length // len(piece))) for length in (SHORT, LONG))
        print(f"{piece!r:>20}  {short:14.3f} s  {long:15.3f} s  {long / short:5.1f}", flush=True)


if __name__ == "__main__":
    main()
