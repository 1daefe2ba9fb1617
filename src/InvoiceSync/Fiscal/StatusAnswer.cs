namespace InvoiceSync.Fiscal;

/// <summary>What the authority says about a document it gave an index. Accepted, Refused and NotTakenIn are final.</summary>
public abstract record StatusAnswer
{
    StatusAnswer()
    {
    }

    public sealed record Processing : StatusAnswer;

    /// <summary>Valid. The receipt with the authority's signature is the legal original: download it once.</summary>
    public sealed record Accepted(string DownloadId) : StatusAnswer
    {
        /// <summary>The total with VAT the provider reckons, where it reckons itself.</summary>
        public decimal? Total { get; init; }
    }

    /// <summary>Not valid: legally it does not exist. The receipt holds the errors.</summary>
    public sealed record Refused(string DownloadId) : StatusAnswer;

    /// <summary>Was given an index but could not be read at all; there is no receipt.</summary>
    public sealed record NotTakenIn : StatusAnswer;

    /// <summary>The question failed, not the document: the index is not known, or not ours to ask about.</summary>
    public sealed record Unknown(string Text) : StatusAnswer;

    public sealed record Denied(string Why) : StatusAnswer;

    public sealed record Limited(FiscalLimit Per, TimeSpan? After) : StatusAnswer;

    public sealed record Unavailable(string Why) : StatusAnswer;
}

/// <summary>The span a limit counts over. A daily one is counted by the authority's calendar day.</summary>
public enum FiscalLimit
{
    Minute,
    Day,
}
