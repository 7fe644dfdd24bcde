"""The page of the resources: needs against offers, the ledger, what each partner gives and gains, shares."""
