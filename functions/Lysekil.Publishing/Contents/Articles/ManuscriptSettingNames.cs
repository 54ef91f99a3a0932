using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The settings of articles and standing pages, with the names that editors and other systems (Jekyll, Hugo, Zola,
/// Astro, Eleventy, Ghost, WordPress) have for the same.
/// </summary>
internal static class ManuscriptSettingNames
{
    public static KnownSettings Known { get; } = new(
    [
        new("title", "rubrik titel", "headline heading"),
        new("date", PublicationWords.Dates),
        new("updated",
            "uppdaterad uppdaterat andrad lastmod lastmodified lastmodifiedat lastupdated updatedat updateddate "
                + "modified modifiedat modifieddate datemodified",
            "senastandrad"),
        new("lead", "ingress description beskrivning excerpt summary sammanfattning", "abstract subtitle"),
        new("author", "forfattare authors skribent skribenter byline", "by"),
        new("tags", "amnen amne taggar tag categories category kategorier kategori topics topic", "keywords"),
        new("slug", "adress"),
        new("image",
            "bild huvudbild cover coverimage heroimage hero featuredimage featureimage", "images thumbnail picture"),
        new("image_alt",
            "alt bildalt bildbeskrivning coveralt coverimagealt heroimagealt featuredimagealt featureimagealt"),
        new("image_caption",
            "bildtext caption covercaption coverimagecaption heroimagecaption featuredimagecaption "
                + "featureimagecaption"),
        new("image_credit", "fotograf bildkalla photographer photocredit", "foto byfoto"),
        new("image_focus", "bildfokus focalpoint imagefocalpoint", "fokus focus fokuspunkt"),
        new("draft"),
        new("aliases", "alias redirectfrom gamlaadresser"),
        new("lang", "sprak language", "locale"),
        new("translation_of", "oversattningav", "oversattning translation translations"),
        new("publishDate", PublicationWords.PublicationDates),
        new("expires", PublicationWords.Ends),
        new("pin", "pinned sticky", "weight vikt featured toppa"),
        new("corrections", "correction rattelser rattelse errata", "erratum"),
        new("permalink", "url path"),
    ]);
}
