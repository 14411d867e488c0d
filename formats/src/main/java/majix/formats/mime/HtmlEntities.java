package majix.formats.mime;

import java.util.HashMap;
import java.util.Map;

/// The named character references of HTML that stand for letters, and all of HTML 4. Of the two thousand names of
/// HTML 5 (WHATWG HTML, 13.5) the mathematical signs are left out: they are no part of words, and nobody mails them.
final class HtmlEntities {
    /// The longest name.
    static final int LONGEST = 15;

    private static final String TABLE = """
            9 Tab 10 NewLine 33 excl 34 QUOT quot 35 num 36 dollar 37 percnt 38 AMP amp 39 apos 40 lpar 41 rpar 42 ast
            43 plus 44 comma 46 period 47 sol 58 colon 59 semi 60 LT lt 61 equals 62 GT gt 63 quest 64 commat 91 lbrack
            lsqb 92 bsol 93 rbrack rsqb 95 lowbar 160 nbsp 161 iexcl 162 cent 163 pound 164 curren 165 yen 166 brvbar
            167 sect 168 uml 169 COPY copy 170 ordf 171 laquo 172 not 173 shy 174 REG reg 175 macr 176 deg 177 plusmn
            178 sup2 179 sup3 180 acute 181 micro 182 para 183 middot 184 cedil 185 sup1 186 ordm 187 raquo 188 frac14
            189 frac12 190 frac34 191 iquest 192 Agrave 193 Aacute 194 Acirc 195 Atilde 196 Auml 197 Aring 198 AElig 199
            Ccedil 200 Egrave 201 Eacute 202 Ecirc 203 Euml 204 Igrave 205 Iacute 206 Icirc 207 Iuml 208 ETH 209 Ntilde
            210 Ograve 211 Oacute 212 Ocirc 213 Otilde 214 Ouml 215 times 216 Oslash 217 Ugrave 218 Uacute 219 Ucirc 220
            Uuml 221 Yacute 222 THORN 223 szlig 224 agrave 225 aacute 226 acirc 227 atilde 228 auml 229 aring 230 aelig
            231 ccedil 232 egrave 233 eacute 234 ecirc 235 euml 236 igrave 237 iacute 238 icirc 239 iuml 240 eth 241
            ntilde 242 ograve 243 oacute 244 ocirc 245 otilde 246 ouml 247 divide 248 oslash 249 ugrave 250 uacute 251
            ucirc 252 uuml 253 yacute 254 thorn 255 yuml 256 Amacr 257 amacr 258 Abreve 259 abreve 260 Aogon 261 aogon
            262 Cacute 263 cacute 264 Ccirc 265 ccirc 266 Cdot 267 cdot 268 Ccaron 269 ccaron 270 Dcaron 271 dcaron 272
            Dstrok 273 dstrok 274 Emacr 275 emacr 278 Edot 279 edot 280 Eogon 281 eogon 282 Ecaron 283 ecaron 284 Gcirc
            285 gcirc 286 Gbreve 287 gbreve 288 Gdot 289 gdot 290 Gcedil 292 Hcirc 293 hcirc 294 Hstrok 295 hstrok 296
            Itilde 297 itilde 298 Imacr 299 imacr 302 Iogon 303 iogon 304 Idot 305 imath inodot 306 IJlig 307 ijlig 308
            Jcirc 309 jcirc 310 Kcedil 311 kcedil 312 kgreen 313 Lacute 314 lacute 315 Lcedil 316 lcedil 317 Lcaron 318
            lcaron 319 Lmidot 320 lmidot 321 Lstrok 322 lstrok 323 Nacute 324 nacute 325 Ncedil 326 ncedil 327 Ncaron
            328 ncaron 329 napos 330 ENG 331 eng 332 Omacr 333 omacr 336 Odblac 337 odblac 338 OElig 339 oelig 340
            Racute 341 racute 342 Rcedil 343 rcedil 344 Rcaron 345 rcaron 346 Sacute 347 sacute 348 Scirc 349 scirc 350
            Scedil 351 scedil 352 Scaron 353 scaron 354 Tcedil 355 tcedil 356 Tcaron 357 tcaron 358 Tstrok 359 tstrok
            360 Utilde 361 utilde 362 Umacr 363 umacr 364 Ubreve 365 ubreve 366 Uring 367 uring 368 Udblac 369 udblac
            370 Uogon 371 uogon 372 Wcirc 373 wcirc 374 Ycirc 375 ycirc 376 Yuml 377 Zacute 378 zacute 379 Zdot 380 zdot
            381 Zcaron 382 zcaron 402 fnof 437 imped 501 gacute 567 jmath 710 circ 711 Hacek caron 732 tilde 913 Alpha
            914 Beta 915 Gamma 916 Delta 917 Epsilon 918 Zeta 919 Eta 920 Theta 921 Iota 922 Kappa 923 Lambda 924 Mu 925
            Nu 926 Xi 927 Omicron 928 Pi 929 Rho 931 Sigma 932 Tau 933 Upsilon 934 Phi 935 Chi 936 Psi 937 Omega ohm 945
            alpha 946 beta 947 gamma 948 delta 949 epsi epsilon 950 zeta 951 eta 952 theta 953 iota 954 kappa 955 lambda
            956 mu 957 nu 958 xi 959 omicron 960 pi 961 rho 962 sigmaf sigmav varsigma 963 sigma 964 tau 965 upsi
            upsilon 966 phi 967 chi 968 psi 969 omega 977 thetasym thetav vartheta 978 Upsi upsih 981 phiv straightphi
            varphi 982 piv varpi 988 Gammad 989 digamma gammad 1008 kappav varkappa 1009 rhov varrho 1013 epsiv
            straightepsilon varepsilon 1025 IOcy 1026 DJcy 1027 GJcy 1028 Jukcy 1029 DScy 1030 Iukcy 1031 YIcy 1032
            Jsercy 1033 LJcy 1034 NJcy 1035 TSHcy 1036 KJcy 1038 Ubrcy 1039 DZcy 1040 Acy 1041 Bcy 1042 Vcy 1043 Gcy
            1044 Dcy 1045 IEcy 1046 ZHcy 1047 Zcy 1048 Icy 1049 Jcy 1050 Kcy 1051 Lcy 1052 Mcy 1053 Ncy 1054 Ocy 1055
            Pcy 1056 Rcy 1057 Scy 1058 Tcy 1059 Ucy 1060 Fcy 1061 KHcy 1062 TScy 1063 CHcy 1064 SHcy 1065 SHCHcy 1066
            HARDcy 1067 Ycy 1068 SOFTcy 1069 Ecy 1070 YUcy 1071 YAcy 1072 acy 1073 bcy 1074 vcy 1075 gcy 1076 dcy 1077
            iecy 1078 zhcy 1079 zcy 1080 icy 1081 jcy 1082 kcy 1083 lcy 1084 mcy 1085 ncy 1086 ocy 1087 pcy 1088 rcy
            1089 scy 1090 tcy 1091 ucy 1092 fcy 1093 khcy 1094 tscy 1095 chcy 1096 shcy 1097 shchcy 1098 hardcy 1099 ycy
            1100 softcy 1101 ecy 1102 yucy 1103 yacy 1105 iocy 1106 djcy 1107 gjcy 1108 jukcy 1109 dscy 1110 iukcy 1111
            yicy 1112 jsercy 1113 ljcy 1114 njcy 1115 tshcy 1116 kjcy 1118 ubrcy 1119 dzcy 8194 ensp 8195 emsp 8201
            thinsp 8204 zwnj 8205 zwj 8206 lrm 8207 rlm 8208 dash hyphen 8211 ndash 8212 mdash 8213 horbar 8216 lsquo
            8217 rsquo 8218 sbquo 8220 ldquo 8221 rdquo 8222 bdquo 8224 dagger 8225 Dagger 8226 bull 8230 hellip 8240
            permil 8242 prime 8243 Prime 8249 lsaquo 8250 rsaquo 8254 oline 8260 frasl 8364 euro 8465 image 8470 numero
            8472 weierp 8476 real 8482 trade 8501 alefsym 8592 larr 8593 uarr 8594 rarr 8595 darr 8596 harr 8629 crarr
            8656 lArr 8657 uArr 8658 rArr 8659 dArr 8660 hArr 8704 forall 8706 part 8707 exist 8709 empty 8711 nabla
            8712 isin 8713 notin 8715 ni 8719 prod 8721 sum 8722 minus 8727 lowast 8730 radic 8733 prop 8734 infin 8736
            ang 8743 and 8744 or 8745 cap 8746 cup 8747 int 8756 there4 8764 sim 8773 cong 8776 asymp 8800 ne 8801 equiv
            8804 le 8805 ge 8834 sub 8835 sup 8836 nsub 8838 sube 8839 supe 8853 oplus 8855 otimes 8869 perp 8901 sdot
            8968 lceil 8969 rceil 8970 lfloor 8971 rfloor 9674 loz 9742 phone 9824 spades 9827 clubs 9829 hearts 9830
            diams 10003 check 10216 lang 10217 rang 64256 fflig 64257 filig 64258 fllig 64259 ffilig 64260 ffllig
            """;

    private static final Map<String, Character> CHARACTERS = characters();

    private HtmlEntities() {}

    /// The character that a name, without & and ;, stands for; -1 if it is not known.
    static int character(String name) {
        Character known = CHARACTERS.get(name);
        return known == null ? -1 : known;
    }

    private static Map<String, Character> characters() {
        Map<String, Character> characters = new HashMap<>();
        char character = 0;
        int from = 0;
        for (int i = 0; i < TABLE.length(); i++) {
            if (TABLE.charAt(i) <= ' ') {
                String token = TABLE.substring(from, i);
                from = i + 1;
                if (token.charAt(0) <= '9') {
                    character = (char) Integer.parseInt(token);
                } else {
                    characters.put(token, character);
                }
            }
        }
        return characters;
    }
}
