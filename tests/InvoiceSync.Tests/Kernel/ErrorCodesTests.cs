using System.Reflection;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Kernel;

/// <summary>Codes are public API: people's programs switch on them.</summary>
public sealed class ErrorCodesTests
{
    static readonly List<Error> All = [.. typeof(Error).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(Error)).Select(field => (Error)field.GetValue(null)!)];

    [Fact]
    public void Every_code_is_a_noun_and_what_befell_it() => Assert.All(All, error => Assert.Matches("^[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*$", error.Code));

    [Fact]
    public void One_code_is_one_kind() =>
        Assert.All(All.GroupBy(error => error.Code), same => Assert.Single(same.Select(error => error.Kind).Distinct()));

    [Fact]
    public void Every_message_is_a_sentence() => Assert.All(All, error => Assert.Matches(@"^[A-Z].*\.$", error.Message));

    [Fact]
    public void The_reader_of_codes_finds_them() => Assert.True(All.Count > 30);
}
