using Bunit;
using InvoiceSync.Fiscal;
using InvoiceSync.Web.Fiscal;

namespace InvoiceSync.Tests.Web.Fiscal;

public sealed class FilingProblemsTests
{
    static readonly GetFiling.Problem Problem = new("BR-RO-110", "County", "The county is missing.", "Choose the county.", "E: <b>BR-RO-110</b>");

    [Fact]
    public void Plain_words_and_the_cure_stand_first_and_the_authoritys_words_are_folded_away()
    {
        using var pieces = new PortalPieces();
        var list = pieces.Render<FilingProblems>(p => p.Add(l => l.Problems, [Problem, Problem]));
        Assert.Equal(2, list.FindAll(".cure").Count);
        Assert.Contains("Choose the county.", list.Find(".cure").TextContent, StringComparison.Ordinal);
        Assert.False(list.Find("details").HasAttribute("open"));
        Assert.Equal("E: <b>BR-RO-110</b>", list.Find("pre").TextContent);
    }

    [Fact]
    public void A_screen_reader_reads_the_authoritys_words_in_romanian()
    {
        using var pieces = new PortalPieces();
        Assert.Equal("ro", pieces.Render<FilingProblems>(p => p.Add(l => l.Problems, [Problem])).Find("pre").GetAttribute("lang"));
    }
}
