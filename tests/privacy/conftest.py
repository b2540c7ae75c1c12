"""The evaluation's modules stand beside their tests and are run as a program too; this lets both find them."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
