using System.Text.Json;
using InvoiceSync.Connectors.AnafRegistry;

namespace InvoiceSync.Tests.Connectors.AnafRegistry;

public sealed class RegistryAddressTests
{
    [Theory]
    [InlineData("Mun. Cluj-Napoca", "Cluj-Napoca")]
    [InlineData("Orș. Voluntari", "Voluntari")]
    [InlineData("Sat Florești Com. Florești", "Florești")]
    [InlineData("Sector 3 Mun. București", "Sector 3 Mun. București")]
    [InlineData("Comarnic", "Comarnic")]
    [InlineData("Satu Mare", "Satu Mare")]
    public void A_place_is_shown_without_the_word_for_its_kind(string said, string city) =>
        Assert.Equal(city, RegistryAddress.Of(Office(said))!.City);

    [Fact]
    public void A_village_without_streets_has_a_number_and_an_office_nobody_wrote_down_is_none()
    {
        Assert.Equal("Nr. 112", RegistryAddress.Of(JsonDocument.Parse("""{"sdenumire_Localitate":"Sat X","snumar_Strada":"112"}""").RootElement)!.Line1);
        Assert.Null(RegistryAddress.Of(JsonDocument.Parse("""{"sdenumire_Localitate":" ","sdenumire_Judet":"CLUJ"}""").RootElement));
    }

    static JsonElement Office(string city) => JsonSerializer.SerializeToElement(new { sdenumire_Strada = "Str. A", snumar_Strada = "1", sdenumire_Localitate = city, scod_JudetAuto = "CJ" });
}
