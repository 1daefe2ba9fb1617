using System.Xml.Linq;
using InvoiceSync.Access;
using InvoiceSync.Tenancy;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting;

/// <summary>Data protection keys live in the database, sealed by the master key, so that every node reads what another wrote and a copied database alone reads nothing.</summary>
sealed class KeysInDatabase(ProtectionKeys keys, MasterKey master) : IConfigureOptions<KeyManagementOptions>, IXmlRepository
{
    public void Configure(KeyManagementOptions options) => (options.XmlRepository, options.XmlEncryptor) = (this, new SealedXml(master));

    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.Keep(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
