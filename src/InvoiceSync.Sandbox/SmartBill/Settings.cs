using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.SmartBill;

/// <summary>The series and taxes every practice company has. Number "0" is a company that nobody has.</summary>
static class Settings
{
    const int Width = 4; // how a printed number is filled up with zeros

    static readonly (string Name, string Type)[] AllSeries = [("FCT", "f"), ("FCX", "f"), ("PRF", "p"), ("CH", "c")];

    static readonly (string Name, decimal Percent)[] AllTaxes =
        [("Normala", 21), ("Redusa", 11), ("Normala 19", 19), ("Redusa 9", 9), ("Redusa 5", 5), ("Taxare inversa", 0), ("Scutita", 0), ("SFDD", 0), ("Neplatitor", 0)];

    public static SmartBillAnswer Series(SmartBillCall call)
    {
        if (call.Company is "" or "0") return SmartBillAnswer.Refused("Firma nu a fost gasita in contul tau.");
        var wanted = call.Text("type");
        return SmartBillAnswer.Good(new()
        {
            ["list"] = new JsonArray([.. AllSeries.Where(s => wanted is null || s.Type == wanted).Select(s => new JsonObject
            {
                ["name"] = s.Name,
                ["nextNumber"] = Next(call.Work, call.Company, s.Name),
                ["type"] = s.Type,
            })]),
        });
    }

    public static SmartBillAnswer Taxes(SmartBillCall call) => SmartBillAnswer.Good(new()
    {
        ["taxes"] = new JsonArray([.. AllTaxes.Select(t => new JsonObject { ["name"] = t.Name, ["percentage"] = t.Percent })]),
    });

    public static bool Has(string series, string type) => AllSeries.Any(s => s.Name == series && s.Type == type);

    public static decimal? Percent(string? tax) => AllTaxes.Where(t => t.Name == tax).Select(t => (decimal?)t.Percent).FirstOrDefault();

    public static string Draw(SmartBillCall call, string series)
    {
        var number = Next(call.Work, call.Company, series);
        Keep(call, series, number + 1);
        return number.ToString(CultureInfo.InvariantCulture).PadLeft(Width, '0');
    }

    public static void Keep(SmartBillCall call, string series, long next) =>
        call.Work.Put(Table(call.Company), series, new JsonObject { ["id"] = series, ["next"] = next });

    public static long Next(Work work, string company, string series) => (long?)work.Find(Table(company), series)?["next"] ?? 1;

    static string Table(string company) => $"smartbill/{company}/series";
}
