using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Anaf.Rules;

namespace InvoiceSync.Sandbox.Scenario;

/// <summary>The customers, rates and coupons an account already has; made at first need, then used again.</summary>
sealed class Pool(Desk desk)
{
    public string Company(int number) => Once($"company/{number}", () => Customer(
        People.Companies[number % People.Companies.Count], People.Places[number % People.Places.Count],
        number % 3 == 0 ? "ro_tin" : "eu_vat", (number % 3 == 0 ? "" : "RO") + People.CuiOf(number)));

    public string Person(int number) => Once($"person/{number}", () =>
        Customer(People.Persons[number % People.Persons.Count], People.Places[(number + 5) % People.Places.Count], null, null));

    /// <summary>A company the authority's register does not know: its invoices come back refused.</summary>
    public string Unregistered() => Once("unregistered", () =>
        Customer("Firma Fantomă SRL", People.Places[4], "eu_vat", "RO" + Register.NeverRegistered));

    /// <summary>Nobody knows where this buyer lives: a careful mapper asks instead of guessing.</summary>
    public string Homeless() => Once("homeless", () => Customer("Grup Fără Adresă SRL", null, "eu_vat", "RO" + People.CuiOf(90)));

    /// <summary>A company of another member state, which owes the tax itself.</summary>
    public string Union() => Once("union", () => Abroad("Weber Werkzeuge GmbH", "Hafenstraße 12", "Hamburg", "20457", "DE", ("tax_exempt", "reverse"), ("tax_id_data[0][type]", "eu_vat"), ("tax_id_data[0][value]", "DE136695976")));

    /// <summary>A private person who lives abroad.</summary>
    public string AbroadPerson() => Once("abroad-person", () => Abroad("Claire Moreau", "8 rue des Lilas", "Lyon", "69003", "FR"));

    /// <summary>Reverse charge: the tax is the buyer's affair.</summary>
    public string Reversed() => Once("reversed", () => Customer(
        "Metal Recuperat SRL", People.Places[6], "eu_vat", "RO" + People.CuiOf(91), ("tax_exempt", "reverse")));

    public string Rate(int percent, bool inclusive = false) => Once($"rate/{percent}/{inclusive}", () => Id(desk.Post("/v1/tax_rates",
        ("display_name", "TVA"), ("percentage", percent), ("inclusive", inclusive ? "true" : "false"), ("country", "RO"), ("tax_type", "vat"))));

    public string Coupon(int percent) => Once($"coupon/{percent}", () => Id(desk.Post("/v1/coupons",
        ("percent_off", percent), ("duration", "forever"), ("name", $"Reducere {percent}%"))));

    string Customer(string name, People.Place? place, string? taxIdType, string? taxId, params (string, object?)[] more) => Id(desk.Post("/v1/customers",
    [
        ("name", name),
        ("email", $"contact{desk.Books.Table("customer").Next}@example.ro"),
        ("address[line1]", place?.Line1), ("address[line2]", place?.Line2), ("address[city]", place?.City), ("address[state]", place?.State),
        ("address[postal_code]", place?.PostalCode), ("address[country]", place is null ? null : "RO"),
        ("tax_id_data[0][type]", taxIdType), ("tax_id_data[0][value]", taxId), .. more,
    ]));

    string Abroad(string name, string line1, string city, string postalCode, string country, params (string, object?)[] more) => Id(desk.Post("/v1/customers",
    [
        ("name", name), ("email", $"contact{desk.Books.Table("customer").Next}@example.com"),
        ("address[line1]", line1), ("address[city]", city), ("address[postal_code]", postalCode), ("address[country]", country), .. more,
    ]));

    string Once(string what, Func<string> make)
    {
        var key = $"{desk.Books.Account}/{what}";
        if (desk.Books.Work.Find("practice/pool", key) is { } known) return (string)known["id"]!;
        var id = make();
        desk.Books.Work.Put("practice/pool", key, new JsonObject { ["id"] = id });
        return id;
    }

    static string Id(JsonObject made) => (string)made["id"]!;
}
