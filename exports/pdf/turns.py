"""Who may write a PDF now: the fonts are reportlab's, for the whole program, and two at once would mix them up."""

import threading

ONE_AT_A_TIME = threading.Lock()
