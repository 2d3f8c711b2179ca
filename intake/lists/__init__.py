"""Lists that staff and schools keep, read from a workbook or CSV."""
