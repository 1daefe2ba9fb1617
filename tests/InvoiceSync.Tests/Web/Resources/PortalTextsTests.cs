using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Resources;

namespace InvoiceSync.Tests.Web.Resources;

public sealed partial class PortalTextsTests
{
    const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    static readonly Dictionary<string, string> English = Texts<Portal>(CultureInfo.InvariantCulture);
    static readonly Dictionary<string, string> Romanian = Texts<Portal>(new("ro"));
    static readonly Dictionary<string, string> Refusals = Texts<Errors>(new("ro"));

    [Fact]
    public void Every_text_is_in_both_languages() => Assert.Equal(English.Keys.Order(), Romanian.Keys.Order());

    [Fact]
    public void Both_languages_leave_the_same_gaps() =>
        Assert.All(English, text => Assert.Equal(Gaps(text.Value), Gaps(Romanian[text.Key])));

    [Fact]
    public void No_text_is_empty() => Assert.All(English.Values.Concat(Romanian.Values).Concat(Refusals.Values), text => Assert.NotEmpty(text.Trim()));

    [Fact]
    public void Every_refusal_declared_in_the_business_and_its_connectors_has_a_romanian_text()
    {
        var declared = from assembly in new[] { typeof(Error).Assembly, typeof(StripeConnector).Assembly }
                       from type in assembly.GetTypes()
                       where !type.ContainsGenericParameters
                       from field in type.GetFields(AnyStatic)
                       where field.FieldType == typeof(Error)
                       select ((Error)field.GetValue(null)!).Code;
        var codes = declared.Distinct().ToList();
        Assert.True(codes.Count > 40, $"only {codes.Count} refusals were found");
        Assert.Empty(codes.Except(Refusals.Keys).Order());
    }

    static string[] Gaps(string text) => [.. Gap().Matches(text).Select(m => m.Value).Distinct().Order()];

    static Dictionary<string, string> Texts<T>(CultureInfo culture)
    {
        using var set = new ResourceManager(typeof(T)).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();
}
