using System.Text;
using FilingApi.Domain;

namespace FilingApi.Features.Exchange;

/// <summary>
/// The text of a csv file: UTF-8, UTF-16 with its mark, or GB 18030 as Chinese Excel saves it. Bytes that do not decode refuse the
/// file.
/// </summary>
public static class CsvText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    public static string Read(byte[] raw)
    {
        if (raw is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var wide = new UnicodeEncoding(bigEndian: raw[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true);
            return Text(raw[2..], wide) ?? throw new UnreadableTableException(Refusals.BrokenText.With("?", "UTF-16"));
        }

        var isMarked = raw.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var text = isMarked ? raw[3..] : raw;
        return isMarked || Utf8Is(text) ? ByLines(text, Utf8, "UTF-8") : ByLines(text, Chinese, "GB 18030");
    }

    /// <summary>
    /// Valid UTF-8 is that. Broken text is taken for what most of it reads as: almost any bytes decode as GB 18030, but real Chinese text
    /// keeps to the characters of GB 2312, and UTF-8 read that way does not.
    /// </summary>
    private static bool Utf8Is(ReadOnlySpan<byte> text)
    {
        if (System.Text.Unicode.Utf8.IsValid(text))
        {
            return true;
        }

        var (high, inUtf8, usual, unusual) = (0, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            high += text[i] >= 0x80 ? 1 : 0;
            if (
                text[i] is >= 0xE0 and < 0xF0
                && Rune.DecodeFromUtf8(text[i..], out _, out var length) == System.Buffers.OperationStatus.Done
            )
            {
                inUtf8 += length;
            }
        }

        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] < 0x80)
            {
                continue;
            }

            var isUsual = text[i] is >= 0xA1 and <= 0xF7 && text[i + 1] is >= 0xA1 and <= 0xFE;
            (usual, unusual) = isUsual ? (usual + 1, unusual) : (usual, unusual + 1);
            i++;
        }

        return inUtf8 * 2 > high || unusual > usual;
    }

    private static string ByLines(byte[] text, Encoding encoding, string name) =>
        Text(text, encoding) ?? throw Broken(text, encoding, name);

    private static UnreadableTableException Broken(byte[] text, Encoding encoding, string name)
    {
        var (lines, begin, line) = (new List<int>(), 0, 1);
        while (begin < text.Length)
        {
            var end = Array.IndexOf(text, (byte)'\n', begin) is var at and >= 0 ? at + 1 : text.Length;
            if (Text(text[begin..end], encoding) is null)
            {
                lines.Add(line);
            }

            (begin, line) = (end, line + 1);
        }

        return new UnreadableTableException(Refusals.BrokenText.With(Table.Say(lines), name));
    }

    /// <summary>Null where it does not decode; in GB 18030 also where a character has no meaning, which broken bytes often give.</summary>
    private static string? Text(byte[] bytes, Encoding encoding)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return encoding == Chinese && text.Any(letter => letter is >= '\uE000' and <= '\uF8FF') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
