using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>Our own check before sending against the official rules: what they refuse, ours has named before.</summary>
public sealed class DocumentRulesTests
{
    [Fact]
    public async Task What_the_official_rules_refuse_our_own_check_names_by_the_same_rule()
    {
        var verdict = await SchematronJudge.Judge(
            BrokenShapes.All.ToDictionary(shape => shape.Name, shape => UblWriter.ToBytes(shape.Document)), TestContext.Current.CancellationToken);

        Assert.All(BrokenShapes.All, shape =>
        {
            var ours = DocumentRules.Check(shape.Document).Select(broken => broken.Rule).Distinct();
            var theirs = verdict[shape.Name];
            Assert.Equal((shape.Name, shape.Judged, ""), (shape.Name, theirs.Count > 0, shape.Judged ? string.Join(' ', ours.Except(theirs)) : ""));
        });
    }
}
