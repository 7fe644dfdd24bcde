"""The page of partners and contacts: cards and table, the coverage of the sectors, contacts with their consent."""
