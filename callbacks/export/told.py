"""How far an export is, or what it turned out to be, as the panel shows it."""

from __future__ import annotations

from typing import Any

from callbacks.export.jobs import Job
from callbacks.export.worded import worded
from data.i18n import Message, msg, nmsg


def told(job: Job, before: int, language: str) -> dict[str, Any]:
    """Describe an export; `before` says how many are made before it begins."""
    return {
        "token": job.token, "state": job.state, "done": job.done, "total": job.total,
        "phase": phase(job, before).render(language),
        "problem": worded(job.error, language) if job.error else None,
        "files": [{"name": name, "bytes": (job.folder / name).stat().st_size}
                  for name in job.files if (job.folder / name).exists()],
        "said": [line.render(language) for line in job.made.said] if job.made else [],
    }


def phase(job: Job, before: int) -> Message:
    """Say what is being done."""
    if job.state == "waiting":
        return nmsg("{count} export is made before this one.",
                    "{count} exports are made before this one.", before) if before else msg(
                    "It begins at once.")
    if job.state == "running":
        if job.total > 1:
            return msg("Part {done} of {total} is being made.",
                       done=min(job.done + 1, job.total), total=job.total)
        return msg("The file is being made.")
    return msg("The file is ready.") if job.state == "done" else msg("The file was not made.")
