namespace InvoiceSync.Web.Hosting.Practice;

/// <summary>A mail in the practice inbox, taken apart.</summary>
sealed record PracticeMail(string Id, DateTimeOffset At, string From, IReadOnlyList<string> To, string Subject, string? Text, string? Html, IReadOnlyList<PracticeMail.File> Files)
{
    public sealed record File(string Name, string Type, int Size);
}
