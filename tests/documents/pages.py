"""A saved page with all that surrounds an article."""

FRAME = (
    '<!doctype html><html><head><meta charset="utf-8"><title>{title} | Example News</title>{head}</head><body>'
    "<header><nav><ul><li><a href='/a'>Politics</a></li><li><a href='/b'>Sport</a></li></ul></nav></header>{clock}"
    "<main><article><h1>{title}</h1>{day}{text}</article></main>"
    "<aside><h3>Read also</h3><ul><li><a href='/c'>Court jails 12 people in Brest</a></li></ul></aside>"
    "<footer><p>© 2019 Example News. Last update 5 May 2018. 18+</p></footer></body></html>"
)
