"""Forms built from the declarations of fields."""
