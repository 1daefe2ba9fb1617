using System.Text.RegularExpressions;
using InvoiceSync.Web.Hosting.Docs;

namespace InvoiceSync.Tests.Web;

public sealed partial class ErrorCatalogTests
{
    [Theory]
    [InlineData("sale.not_found")]
    [InlineData("sale.not_due")] // made by a method
    [InlineData("row.changed")] // declared beside its only user
    [InlineData("rate.limited")]
    [InlineData("api_key.missing")]
    public void Errors_are_found_wherever_they_are_declared(string code) => Assert.Contains(ErrorCatalog.All, e => e.Code == code);

    [Fact]
    public void Every_code_reads_noun_dot_what_happened() => Assert.All(ErrorCatalog.All, e => Assert.Matches(Code(), e.Code));

    [Fact]
    public void Every_refusal_says_something_to_a_person() => Assert.All(ErrorCatalog.All, e => Assert.NotEmpty(e.Message));

    [GeneratedRegex("^[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*$")]
    private static partial Regex Code();
}
