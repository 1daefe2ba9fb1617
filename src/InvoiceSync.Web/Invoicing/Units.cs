namespace InvoiceSync.Web.Invoicing;

/// <summary>The units people sell in most, as UNECE Rec 20 codes; their names are resources (unit.H87).</summary>
static class Units
{
    public static readonly IReadOnlyList<string> Common = ["H87", "HUR", "DAY", "MON", "KGM", "TNE", "LTR", "MTR", "MTK", "MTQ", "KMT", "KWH", "SET", "XBX", "C62"];
}
