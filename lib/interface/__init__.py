"""What repeats from the public headers, made from them; contracts.py reads them."""
