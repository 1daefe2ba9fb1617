namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>A rule met what it cannot compute with: no number, no date, or two where one may be. The official check then ends without a verdict.</summary>
sealed class UndecidableException(Node at, string why) : Exception(why)
{
    public Node At => at;
}
