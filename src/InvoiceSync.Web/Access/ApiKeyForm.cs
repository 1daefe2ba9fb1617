using System.Globalization;
using InvoiceSync.Access;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Access;

/// <summary>What a person fills in about an API key, as they write it.</summary>
public sealed class ApiKeyForm
{
    static readonly char[] Between = [',', ';', ' ', '\n', '\r', '\t'];

    public string? Name { get; set; }

    public HashSet<string> Scopes { get; } = [];

    public string? Addresses { get; set; }

    /// <summary>The last day, as the browser's date field writes it; empty for no end.</summary>
    public string? LastDay { get; set; }

    public static ApiKeyForm New()
    {
        var form = new ApiKeyForm();
        form.Scopes.UnionWith(Roles.KeysOf(Roles.Viewer));
        return form;
    }

    public static ApiKeyForm Of(GetApiKey.View key, Workplace workplace)
    {
        var form = new ApiKeyForm
        {
            Name = key.Name,
            Addresses = string.Join(", ", key.Addresses),
            LastDay = key.ExpiresAt is { } end ? workplace.Date(end.AddTicks(-1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        };
        form.Scopes.UnionWith(key.Scopes);
        return form;
    }

    public IReadOnlyList<string> Ranges => (Addresses ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The end of the last day where the company is.</summary>
    public DateTimeOffset? ExpiresAt(Workplace workplace) =>
        DateOnly.TryParseExact(LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? workplace.Tenant.StartOf(day.AddDays(1)) : null;
}
