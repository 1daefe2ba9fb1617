using InvoiceSync.Fiscal.Rules;

namespace InvoiceSync.Tests.Fiscal.Rules;

public sealed class ProblemsTests
{
    [Fact]
    public void Every_text_of_the_authority_is_kept_in_its_own_words_beside_the_rule_it_names() =>
        Assert.Equal(
            [("BR-CO-15", "total.with_vat_wrong", "E: eroare regula: BR-CO-15: text"), ("", "authority.unknown", "ceva nou")],
            Problems.Of(["E: eroare regula: BR-CO-15: text", "ceva nou"]).Select(p => (p.Rule, p.Key, p.Original)));

    [Fact]
    public void No_text_is_no_problem() => Assert.Empty(Problems.Of([]));
}
