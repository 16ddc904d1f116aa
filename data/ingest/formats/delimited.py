"""Text in columns: CSV, TSV and semicolon files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.i18n import msg, nmsg
from data.ingest.formats.base import Chunk, How, Table
from data.ingest.records import RecordReader, Tick
from data.ingest.sniff import sniff


class Delimited(Table):
    """A text file; see `data.ingest.records` for how its records are taken apart."""

    def __init__(self, path: Path, how: How) -> None:
        super().__init__(path)
        self._file = sniff(path, how.encoding)
        self._how = how
        self.header = self._reader(lambda _: None).header
        self.own = len(self.header.names)
        self.size = self._file.size
        if self._file.guessed:
            self.notes.append(msg("the text is not UTF-8; it was read as Windows-1252, in which "
                                  "its accents make words; --encoding says otherwise"))
        if self._file.said and how.header:
            self.notes.append(nmsg("{count} line above the header was taken for a title",
                                   "{count} lines above the header were taken for titles",
                                   self._file.said))

    def chunks(self, tick: Tick) -> Iterator[Chunk]:
        """Yield the records; damaged ones keep their text and their reason."""
        reader = self._reader(tick)
        for batch in reader.batches():
            self.count = reader.count
            yield Chunk(batch)

    def _reader(self, tick: Tick) -> RecordReader:
        return RecordReader(self._file, self._how.batch, tick, named=self._how.header)
