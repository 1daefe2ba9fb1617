using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

/// <summary>What may happen to a filing, and in which state.</summary>
sealed partial class Filing
{
    /// <summary>Notes that the next thing to happen is the call. False when a call may already have been made: then only asking helps.</summary>
    public bool TryBeginSending(string xmlSha256, DateTimeOffset now)
    {
        Rule.Require(State == FilingState.Intended, FilingErrors.NotIntended);
        if (Latest.SendingAt is not null)
        {
            InDoubt("The portal stopped while it was sending.", now);
            return false;
        }

        (Latest.SendingAt, Latest.XmlSha256) = (now, xmlSha256);
        return true;
    }

    public void Received(string index, DateTimeOffset now)
    {
        Rule.Require(State is FilingState.Intended or FilingState.Unknown, FilingErrors.NotIntended);
        (Latest.Index, Latest.SentAt) = (index, Latest.SentAt ?? Latest.SendingAt ?? now);
        Latest.Note(now, "received", $"Taken in under index {index}.");
        Move(FilingState.Sent);
    }

    /// <summary>Proved not to be with the authority: it may be sent again, at the given time.</summary>
    public void NotSent(string why, DateTimeOffset retryAt, DateTimeOffset now)
    {
        Rule.Require(State is FilingState.Intended or FilingState.Unknown, FilingErrors.NotIntended);
        Latest.SendingAt = null;
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

    public void StillWaiting(string? why, DateTimeOffset nextAt, DateTimeOffset now)
    {
        Rule.Require(State is not (FilingState.Accepted or FilingState.Refused or FilingState.Stopped), FilingErrors.Settled);
        Latest.Asked++;
        if (why is not null) Latest.Note(now, "asked", why);
        var before = Waiting;
        (NextStepAt, Waiting) = (nextAt, why);
        if (Waiting != before) Raise(new FilingMoved(InvoiceId));
    }

    public void Accepted(string downloadId, DateTimeOffset now)
    {
        Rule.Require(State is FilingState.Sent or FilingState.Unknown, FilingErrors.NotSent);
        (Latest.DownloadId, Latest.SettledAt) = (downloadId, now);
        Latest.Note(now, "accepted", "Accepted by the authority.");
        Move(FilingState.Accepted);
        Raise(new FilingAccepted(InvoiceId));
    }

    /// <summary>Refused by the authority, or by our own rules before anything was sent.</summary>
    public void Refused(IReadOnlyList<StoredProblem> problems, DateTimeOffset now)
    {
        Rule.Require(State is not (FilingState.Accepted or FilingState.Refused or FilingState.Stopped), FilingErrors.Settled);
        (Latest.Problems, Latest.SettledAt) = (problems, now);
        Latest.Note(now, "refused", Latest.Index is null ? "Not sent: it would have been refused." : "Refused by the authority.");
        Move(FilingState.Refused);
    }

    /// <summary>The authority says it holds this invoice already, under another index: that one counts.</summary>
    public void Adopt(string index, DateTimeOffset now)
    {
        Rule.Require(State is FilingState.Sent or FilingState.Unknown, FilingErrors.NotSent);
        Latest.Note(now, "duplicate", $"Filed already under index {index}; that one is followed.");
        (Latest.Index, Latest.Asked) = (index, 0);
        Move(FilingState.Sent);
    }

    /// <summary>Lets go of a void invoice for good. False when the authority has it, or a call to it may have been made.</summary>
    public bool TryStop(DateTimeOffset now)
    {
        if (State == FilingState.Stopped) return true;
        if (State is not (FilingState.Intended or FilingState.Refused) || State == FilingState.Intended && Latest.SendingAt is not null) return false;
        Latest.SettledAt ??= now;
        Latest.Note(now, "stopped", "The invoice is void.");
        Move(FilingState.Stopped);
        return true;
    }

    /// <summary>Files once more after a refusal: a new attempt, the same invoice.</summary>
    public void FileAgain(DateTimeOffset now)
    {
        Rule.Require(State == FilingState.Refused, FilingErrors.NotRefused);
        Begin(now);
    }
}
