using InvoiceSync.Invoicing;
using InvoiceSync.Web.Shared;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Invoicing;

/// <summary>What a charge is called: its reason, else what its code in UNTDID 7161 stands for.</summary>
static class ChargeNames
{
    /// <summary>Of the 177 codes those people choose from; programs send any.</summary>
    public static readonly string[] Codes = ["FC", "DL", "AAT", "PC", "HD", "IAA", "FI"];

    public static string Of<T>(Charge charge, IStringLocalizer<T> texts)
    {
        var what = charge.Reason ?? (Codes.Contains(charge.ReasonCode) ? texts[$"charge.{charge.ReasonCode}"].Value : charge.ReasonCode) ?? texts["charge.none"];
        return charge.Percent is { } percent ? $"{what} ({Formats.Percent(percent)})" : what;
    }
}
