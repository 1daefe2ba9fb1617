using System.Collections.Frozen;
using System.Text.Json;

namespace InvoiceSync.Web.Hosting;

/// <summary>How our enums are written on the wire: NotDue is not_due.</summary>
static class WireNames
{
    public static string OnTheWire<T>(this T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static FrozenDictionary<string, T> Of<T>() where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(OnTheWire);
}
