using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

/// <summary>What may happen to a filing, and in which state.</summary>
sealed partial class Filing
{
    /// <summary>What remains for sending, asking and correcting, however long a company lets its filings lie.</summary>
    static readonly TimeSpan Room = TimeSpan.FromHours(24);

    /// <summary>Lets it lie for some hours, but never to its last day.</summary>
    public void Hold(TimeSpan time, DateTimeOffset now)
    {
        var until = now + time < FileBy - Room ? now + time : FileBy - Room;
        if (until > now) (HeldUntil, NextStepAt) = (until, until);
    }

    public bool IsHeld(DateTimeOffset now) => State == FilingState.Intended && HeldUntil > now;

    /// <summary>Somebody does not want to wait any longer.</summary>
    public void Release(DateTimeOffset now)
    {
        Rule.Require(IsHeld(now), FilingErrors.NotHeld);
        (HeldUntil, NextStepAt) = (null, now);
    }

    /// <summary>Notes that the next thing to happen is the call. False when a call may already have been made: then only asking helps.</summary>
    public bool TryBeginSending(string xmlSha256, DateTimeOffset now, bool test = false, string? mark = null, bool foreign = false)
    {
        Rule.Require(State == FilingState.Intended, FilingErrors.NotIntended);
        if (Latest.SendingAt is not null)
        {
            InDoubt("The portal stopped while it was sending.", now);
            return false;
        }

        // Whoever read the mark before another worker settled this filing has lost the turn: others may have been in the series since.
        Rule.Require(mark is null || Latest.Gate is not null, FilingErrors.TurnLost);
        (Latest.SendingAt, Latest.XmlSha256, Latest.Test, Latest.Mark, Latest.Foreign) = (now, xmlSha256, test, mark, foreign);
        return true;
    }

    /// <summary>Takes a series for itself until it is known what came of the call. The database lets one in.</summary>
    public void Claim(string gate)
    {
        Rule.Require(State == FilingState.Intended, FilingErrors.NotIntended);
        Latest.Gate = gate;
        if (WaitsFor is not null) (Waiting, WaitsFor) = (null, null);
    }

    /// <summary>Stops for a person: only they can tell whether the candidate is this invoice. The series is free meanwhile, since what was asked about is written down.</summary>
    public void AskPerson(string candidate, string why, DateTimeOffset now)
    {
        Rule.Require(State == FilingState.Unknown, FilingErrors.NotInDoubt);
        (Latest.Candidate, Latest.Gate) = (candidate, null);
        Latest.Note(now, "asks", why);
        (NextStepAt, Waiting) = (null, why);
        Raise(new FilingMoved(InvoiceId));
    }

    public void Received(string index, DateTimeOffset now, bool isNumber = false)
    {
        Rule.Require(State is FilingState.Intended or FilingState.Unknown, FilingErrors.NotIntended);
        if (isNumber) LegalNumber = index;
        (Latest.Index, Latest.SentAt) = (index, Latest.SentAt ?? Latest.SendingAt ?? now);
        Latest.Note(now, "received", $"Taken in under index {index}.");
        Move(FilingState.Sent);
    }

    /// <summary>Proved not to be with the authority: it may be sent again, at the given time.</summary>
    public void NotSent(string why, DateTimeOffset retryAt, DateTimeOffset now)
    {
        Rule.Require(State is FilingState.Intended or FilingState.Unknown, FilingErrors.NotIntended);
        // The next try has a time of its own: with the old one, the authority's list would be taken at its word too early.
        (Latest.SendingAt, Latest.SentAt) = (null, null);
        Latest.Note(now, "not sent", why);
        Move(FilingState.Intended);
        (NextStepAt, Waiting) = (retryAt, why);
    }

    public void InDoubt(string why, DateTimeOffset now)
    {
        Rule.Require(State is FilingState.Intended or FilingState.Unknown, FilingErrors.NotIntended);
        Latest.SentAt ??= Latest.SendingAt ?? now;
        Latest.Note(now, "in doubt", why);
        Move(FilingState.Unknown);
        Waiting = why;
    }

    public void StillWaiting(string? why, DateTimeOffset nextAt, DateTimeOffset now, bool isProcessing = false, InvoiceId? waitsFor = null)
    {
        Rule.Require(!FilingStates.Over.Contains(State), FilingErrors.Settled);
        Latest.Asked++;
        Latest.IsProcessing |= isProcessing;
        if (why is not null) Latest.Note(now, "asked", why);
        var before = (Waiting, WaitsFor);
        (NextStepAt, Waiting, WaitsFor) = (nextAt, why, waitsFor);
        if ((Waiting, WaitsFor) != before) Raise(new FilingMoved(InvoiceId));
    }

    public void Accepted(string downloadId, DateTimeOffset now, string? remark = null)
    {
        Rule.Require(State is FilingState.Sent or FilingState.Unknown, FilingErrors.NotSent);
        (Latest.DownloadId, Latest.SettledAt) = (downloadId, now);
        Latest.Note(now, "accepted", remark ?? "Accepted by the authority.");
        Move(FilingState.Accepted);
        Raise(new FilingAccepted(InvoiceId));
    }

    /// <summary>Refused by the authority, or by our own rules before anything was sent.</summary>
    public void Refused(IReadOnlyList<StoredProblem> problems, DateTimeOffset now)
    {
        Rule.Require(!FilingStates.Over.Contains(State), FilingErrors.Settled);
        (Latest.Problems, Latest.SettledAt) = (problems, now);
        Latest.Note(now, "refused", Latest.Index is null ? "Not sent: it would have been refused." : "Refused by the authority.");
        Move(FilingState.Refused);
    }

    /// <summary>The authority says it holds this invoice already, under another index: that one counts.</summary>
    public void Adopt(string index, DateTimeOffset now)
    {
        Rule.Require(State is FilingState.Sent or FilingState.Unknown, FilingErrors.NotSent);
        Latest.Note(now, "duplicate", $"Filed already under index {index}; that one is followed.");
        (Latest.Index, Latest.Asked, Latest.IsProcessing) = (index, 0, false);
        Move(FilingState.Sent);
    }

    /// <summary>Lets go of a void invoice for good. False when the authority has it, or a call to it may have been made.</summary>
    public bool TryStop(DateTimeOffset now)
    {
        if (State == FilingState.Stopped) return true;
        if (State == FilingState.Accepted && Standing != BooksStanding.Stands && UnderWay is null) return Stop(now);
        if (State is not (FilingState.Intended or FilingState.Refused or FilingState.Kept) || State == FilingState.Intended && Latest.SendingAt is not null) return false;
        return Stop(now);
    }

    bool Stop(DateTimeOffset now)
    {
        Latest.SettledAt ??= now;
        Latest.Note(now, "stopped", "The invoice is void.");
        Move(FilingState.Stopped);
        return true;
    }

    /// <summary>Files what was kept out, since its company wants it filed after all: where it files today, with a term that begins today.</summary>
    public void FileKept(string provider, DateTimeOffset fileBy, DateTimeOffset now)
    {
        Rule.Require(State == FilingState.Kept, FilingErrors.NotKept);
        Rule.Require(KeptBecause == Fiscal.KeptBecause.Abroad, FilingErrors.BuyerFiles);
        (Provider, FileBy, KeptBecause, Latest.SettledAt) = (provider, fileBy, null, null);
        Latest.Note(now, "asked for", "To be filed after all.");
        Move(FilingState.Intended);
    }

    /// <summary>Files once more after a refusal: a new attempt, the same invoice.</summary>
    public void FileAgain(DateTimeOffset now)
    {
        Rule.Require(State == FilingState.Refused, FilingErrors.NotRefused);
        Begin(now);
    }
}
