namespace InvoiceSync.Sync.Mapping;

/// <summary>Why a sale waits for its buyer's tax number.</summary>
static class TaxIdReason
{
    public const string Missing = "buyer.tax_id_missing";
    public const string Wrong = "buyer.tax_id_wrong";
    public const string OfPerson = "buyer.reverse_of_person";
    public const string NoVatId = "buyer.vat_id_missing";
}
