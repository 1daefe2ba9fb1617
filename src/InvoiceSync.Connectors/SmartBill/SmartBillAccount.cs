using System.Net.Http.Headers;
using System.Text;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>How one company calls SmartBill, and the only place that writes its addresses: a query says seriesname where a body says seriesName.</summary>
static class SmartBillAccount
{
    extension(FiscalAccount account)
    {
        public string Email => account.Settings.GetValueOrDefault("email") ?? "";

        public string Company => account.Settings.GetValueOrDefault("cif") ?? account.TaxId;

        public string SeriesName => account.Settings.GetValueOrDefault("series") ?? "";

        public AuthenticationHeaderValue Login =>
            new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Email}:{account.AccessToken}")));

        public Uri At(string path, params IReadOnlyList<(string Name, string Value)> query)
        {
            var asked = string.Concat(query.Select(q => $"&{q.Name}={Uri.EscapeDataString(q.Value)}"));
            return new($"{account.BaseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/')}/SBORO/api/{path}{(asked.Length > 0 ? $"?{asked[1..]}" : "")}");
        }

        public Uri Of(string path, SmartBillNumber document) =>
            account.At(path, ("cif", account.Company), ("seriesname", document.SeriesName), ("number", document.Number));
    }
}
