using System.Reflection;
using System.Xml.Linq;

namespace InvoiceSync.Tests.Architecture;

/// <summary>Who comes to a module's door is told in at most three lines what each thing means.</summary>
public sealed class FrontRoomTests
{
    static readonly Assembly Business = Assembly.Load("InvoiceSync");

    [Fact]
    public void Every_type_at_a_door_says_in_three_lines_what_it_means() =>
        Verdict.NoneOf(FrontRooms.Complaints(FrontRooms.Of(Business), FrontRooms.Documentation(Business)));

    [Fact]
    public void A_silent_type_and_a_talkative_one_are_told()
    {
        var said = XDocument.Parse($"<doc><members><member name=\"T:{typeof(Verdict).FullName}\"><summary>\na\nb\nc\nd\n</summary></member></members></doc>");
        Assert.Equal(
            [$"{typeof(Verdict).FullName} has a summary of 4 lines", $"{typeof(Il).FullName} has no summary"],
            FrontRooms.Complaints([typeof(Verdict), typeof(Il)], said));
    }

    [Fact]
    public void The_doors_are_found() => Assert.True(FrontRooms.Of(Business).Count() > 100);

    [Fact]
    public void The_kernel_stays_small()
    {
        var files = Repository.Files(".cs").Where(path => path.StartsWith("src/InvoiceSync/Kernel/", StringComparison.Ordinal)).ToList();
        Assert.InRange(files.Sum(path => Repository.Read(path).Split('\n').Count(line => !string.IsNullOrWhiteSpace(line))), 500, 1500);
    }
}
