using System.Text.RegularExpressions;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Audit;

/// <summary>What happened, as a bookkeeper says it: the message's own words, else those of the event, else "Role: changed".</summary>
static partial class ActWords
{
    public static string Of(IStringLocalizer<Portal> texts, string action, string happened) =>
        Known(texts, $"action.{action}") ?? Known(texts, $"event.{happened}") ?? Change(texts, happened) ?? happened;

    /// <summary>A field's name in words: FilingVersion → Filing version.</summary>
    public static string Field(IStringLocalizer<Portal> texts, string name) =>
        Known(texts, $"field.{name}") ?? (name.Length == 0 ? name : name[..1] + Capital().Replace(name[1..], m => $" {m.Value.ToLowerInvariant()}"));

    public static string Value(IStringLocalizer<Portal> texts, string? value) => value switch
    {
        null or "" => "–",
        "True" => texts["activity.true"].Value,
        "False" => texts["activity.false"].Value,
        _ => value,
    };

    static string? Change(IStringLocalizer<Portal> texts, string happened)
    {
        var dot = happened.LastIndexOf('.');
        return dot > 0 && happened[(dot + 1)..] is "created" or "updated" or "deleted" && Known(texts, $"thing.{happened[..dot]}") is { } thing
            ? texts[$"activity.{happened[(dot + 1)..]}", thing].Value
            : null;
    }

    static string? Known(IStringLocalizer<Portal> texts, string key) => texts[key] is { ResourceNotFound: false } known ? known.Value : null;

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
