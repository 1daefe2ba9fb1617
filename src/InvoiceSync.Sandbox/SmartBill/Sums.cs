using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.SmartBill;

/// <summary>The total with VAT of product rows: net and tax rounded for each tax, as an invoice shows them.</summary>
static class Sums
{
    public static decimal Of(JsonArray products)
    {
        var net = new Dictionary<decimal, decimal>();
        foreach (var row in products.Select(p => p!.AsObject()))
        {
            var rate = Settings.Percent((string?)row["taxName"]) ?? 0;
            var amount = (bool?)row["isDiscount"] == true
                ? Number(row, "discountValue")
                : decimal.Round(Number(row, "quantity") * Number(row, "price"), 2, MidpointRounding.AwayFromZero);
            net[rate] = net.GetValueOrDefault(rate) + amount;
        }

        return net.Sum(pair => pair.Value + decimal.Round(pair.Value * pair.Key / 100, 2, MidpointRounding.AwayFromZero));
    }

    static decimal Number(JsonObject row, string name) => (decimal?)row[name] ?? 0;
}
