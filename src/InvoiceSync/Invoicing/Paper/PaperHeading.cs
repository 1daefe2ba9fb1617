namespace InvoiceSync.Invoicing.Paper;

/// <summary>What stands over a document that is no invoice, and until when it holds.</summary>
sealed record PaperHeading(EstimateKind Kind, DateOnly ValidUntil)
{
    public string TitleKey => Kind == EstimateKind.Proforma ? "proforma" : "quote";
}
