namespace InvoiceSync.Web.Shared;

/// <summary>One thing the search found: where it leads, and what is said of it. Group is the end of a text's key, like search.invoices.</summary>
sealed record SearchHit(string Group, string Icon, string Title, string? Under, string? Right, string Href);
