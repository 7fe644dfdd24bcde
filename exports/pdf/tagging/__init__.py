"""What makes a PDF readable without eyes and in many years: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

from exports.pdf.tagging.structure import Element, Mark

__all__ = ["Element", "Mark"]
