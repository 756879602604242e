"""From records to files that others read: one flattening (``rows``), one description of every column (``tables``)."""
