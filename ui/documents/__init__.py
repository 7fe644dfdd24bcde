"""Which documents there are to be made, and what each needs from the open workbook. Knows no Qt."""
