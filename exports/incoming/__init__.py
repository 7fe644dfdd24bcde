"""Files from outside, before anything of ours sees what is in them: one set of limits, and a process that may be ended.

A workbook arrives by e-mail from anybody. `content` reads no more of a file than it may have, `archives` measures what
it unpacks to, and `apart` runs the reader of spreadsheets where neither its memory nor its time is ours.
"""
