using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Customers;

namespace InvoiceSync.Tests.Customers;

public sealed class BucharestSectorTests
{
    [Theory]
    [InlineData("Sector 3", null, null, "SECTOR3")]
    [InlineData("Sectorul 3", null, null, "SECTOR3")]
    [InlineData("Bucuresti, sect. 3", null, null, "SECTOR3")]
    [InlineData("SECTOR3", null, null, "SECTOR3")]
    [InlineData("București S3", null, null, "SECTOR3")]
    [InlineData("Bucuresti", "Calea Victoriei 1, Sectorul 1", null, "SECTOR1")]
    [InlineData("Bucuresti", "Bd. Unirii 3, bl. S3", "040102", "SECTOR4")] // block S3 is no sector
    [InlineData("Bucuresti", null, "060042", "SECTOR6")]
    [InlineData("Bucuresti Sector 2", null, "060042", "SECTOR2")]          // words win over the postal code
    [InlineData("Bucuresti", null, "077190", null)]                        // Ilfov
    [InlineData("Bucuresti", null, null, null)]
    [InlineData("Sector 7", null, null, null)]
    [InlineData("Sector 12", null, null, null)]
    [InlineData("Bucuresti sector 1 sau sector 2", null, "010011", null)]  // two: a person has to say
    public void The_sector_is_read_from_words_then_from_the_postal_code(string city, string? line1, string? postalCode, string? sector) =>
        Assert.Equal(sector, BucharestSector.Find(city, null, line1, null, postalCode));

    [Fact]
    public void Whatever_people_type_the_answer_is_a_sector_or_a_question() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string, string, string>((city, line, postalCode) =>
            BucharestSector.Find(city, null, line, null, postalCode) is var sector && (sector is null || BucharestSector.IsSector(sector))));

    [Fact]
    public void Every_spelling_of_every_sector_is_found() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements("Sector {0}", "SECTORUL {0}", "sect. {0}", "Bucuresti - sector{0}", "Mun. București, Sec. {0}").ToArbitrary(),
            Gen.Choose(1, 6).ToArbitrary(),
            (spelling, number) => BucharestSector.Find(string.Format(null, spelling, number), null, null, null, null) == $"SECTOR{number}"));
}
