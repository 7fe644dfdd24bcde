"""A calendar beside a table: its rows are the table's rows, its bars are moved, stretched and linked."""
