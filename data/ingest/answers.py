"""Rejected records that come back corrected, in the file that `rejects.write` writes."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.ingest.lookups import stripped
from data.ingest.records import Header
from data.ingest.rejects import OWN
from data.ingest.typed import number
from data.store import Writer

KEY = ("import_id", "file", "record")
ANSWERED = pa.schema([("import_id", pa.string()), ("file", pa.string()), ("record", pa.int64()),
                      ("by", pa.string())])


def is_of_rejects(header: Header) -> bool:
    """Tell whether a file has the columns that rejected records are written with."""
    return set(OWN) <= set(header.names)


def source_of(writer: Writer, raw: ir.Table, header: Header) -> str | None:
    """Return the source of the files that all records were rejected from, if it is one."""
    if not is_of_rejects(header):
        return None
    named = _said(raw, header).select("file").distinct()
    found = writer.previous("imports").semi_join(named, "file").select("source").distinct()
    sources = writer.fetch(found)["source"].to_pylist()
    return str(sources[0]) if len(sources) == 1 else None


def answered(
    writer: Writer, raw: ir.Table, header: Header, judged: ir.Table, import_id: str
) -> pa.Table | None:
    """Return which kept rejects a file answers, and which import does.

    A record that is rejected again answers too, since its new reject stands for it. Of several
    with the same number in files of the same name, the last import's is meant. A file without
    a usable record is not kept, and so answers nothing.
    """
    if not is_of_rejects(header):
        return None
    used = judged.filter(judged.status != "rejected").limit(1)
    if not writer.fetch(used).num_rows:
        return None
    pairs = _said(raw, header).select("file", "record").distinct()
    kept, imports = writer.previous("rejects"), writer.previous("imports")
    moments = imports.select(made_by="import_id", at="at")
    rows = kept.filter(kept.answered.isnull()).inner_join(pairs, ["file", "record"])
    rows = rows.inner_join(moments, rows.import_id == moments.made_by)
    last = ibis.row_number().over(ibis.window(
        group_by=[rows.file, rows.record], order_by=ibis.desc(rows["at"])))
    chosen = rows.mutate(rank=last).filter(lambda r: r["rank"] == 0)
    found = writer.fetch(chosen.select(*KEY, by=ibis.literal(import_id)).order_by(*KEY))
    return found.cast(ANSWERED) if found.num_rows else None


def marked(rejects: ir.Table, answers: ir.Table) -> ir.Table:
    """Return the kept rejects with what answers them."""
    named = answers.rename({f"of_{name}": name for name in KEY})
    joined = rejects.left_join(named, [rejects[name] == named[f"of_{name}"] for name in KEY])
    return joined.mutate(answered=ibis.coalesce(joined.answered, joined.by)).select(
        *rejects.columns)


def _said(raw: ir.Table, header: Header) -> ir.Table:
    """Return the file and the number that each record was rejected from."""
    file, record = (stripped(raw, str(header.raw(name))) for name in ("file", "record"))
    return raw.select(file=file, record=number(record).cast("int64"))
