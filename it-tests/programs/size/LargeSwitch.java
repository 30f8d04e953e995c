package size;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** A method of a few hundred loops, handlers and suspension points whose body nears the limit of 64 KB. */
class LargeSwitch {
    @Coroutine
    @SuppressWarnings("NeverCompiled") // that is what it is for
    static Async<String> pick(int k) {
        String text = "";
        long total = 0;
        switch (k) {
            case 0:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c0 "));
                    } finally {
                        total += await(later(0L));
                    }
                }
                break;
            case 1:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c1 "));
                    } finally {
                        total += await(later(1L));
                    }
                }
                break;
            case 2:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c2 "));
                    } finally {
                        total += await(later(2L));
                    }
                }
                break;
            case 3:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c3 "));
                    } finally {
                        total += await(later(3L));
                    }
                }
                break;
            case 4:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c4 "));
                    } finally {
                        total += await(later(4L));
                    }
                }
                break;
            case 5:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c5 "));
                    } finally {
                        total += await(later(5L));
                    }
                }
                break;
            case 6:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c6 "));
                    } finally {
                        total += await(later(6L));
                    }
                }
                break;
            case 7:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c7 "));
                    } finally {
                        total += await(later(7L));
                    }
                }
                break;
            case 8:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c8 "));
                    } finally {
                        total += await(later(8L));
                    }
                }
                break;
            case 9:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c9 "));
                    } finally {
                        total += await(later(9L));
                    }
                }
                break;
            case 10:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c10 "));
                    } finally {
                        total += await(later(10L));
                    }
                }
                break;
            case 11:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c11 "));
                    } finally {
                        total += await(later(11L));
                    }
                }
                break;
            case 12:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c12 "));
                    } finally {
                        total += await(later(12L));
                    }
                }
                break;
            case 13:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c13 "));
                    } finally {
                        total += await(later(13L));
                    }
                }
                break;
            case 14:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c14 "));
                    } finally {
                        total += await(later(14L));
                    }
                }
                break;
            case 15:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c15 "));
                    } finally {
                        total += await(later(15L));
                    }
                }
                break;
            case 16:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c16 "));
                    } finally {
                        total += await(later(16L));
                    }
                }
                break;
            case 17:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c17 "));
                    } finally {
                        total += await(later(17L));
                    }
                }
                break;
            case 18:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c18 "));
                    } finally {
                        total += await(later(18L));
                    }
                }
                break;
            case 19:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c19 "));
                    } finally {
                        total += await(later(19L));
                    }
                }
                break;
            case 20:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c20 "));
                    } finally {
                        total += await(later(20L));
                    }
                }
                break;
            case 21:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c21 "));
                    } finally {
                        total += await(later(21L));
                    }
                }
                break;
            case 22:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c22 "));
                    } finally {
                        total += await(later(22L));
                    }
                }
                break;
            case 23:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c23 "));
                    } finally {
                        total += await(later(23L));
                    }
                }
                break;
            case 24:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c24 "));
                    } finally {
                        total += await(later(24L));
                    }
                }
                break;
            case 25:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c25 "));
                    } finally {
                        total += await(later(25L));
                    }
                }
                break;
            case 26:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c26 "));
                    } finally {
                        total += await(later(26L));
                    }
                }
                break;
            case 27:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c27 "));
                    } finally {
                        total += await(later(27L));
                    }
                }
                break;
            case 28:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c28 "));
                    } finally {
                        total += await(later(28L));
                    }
                }
                break;
            case 29:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c29 "));
                    } finally {
                        total += await(later(29L));
                    }
                }
                break;
            case 30:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c30 "));
                    } finally {
                        total += await(later(30L));
                    }
                }
                break;
            case 31:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c31 "));
                    } finally {
                        total += await(later(31L));
                    }
                }
                break;
            case 32:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c32 "));
                    } finally {
                        total += await(later(32L));
                    }
                }
                break;
            case 33:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c33 "));
                    } finally {
                        total += await(later(33L));
                    }
                }
                break;
            case 34:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c34 "));
                    } finally {
                        total += await(later(34L));
                    }
                }
                break;
            case 35:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c35 "));
                    } finally {
                        total += await(later(35L));
                    }
                }
                break;
            case 36:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c36 "));
                    } finally {
                        total += await(later(36L));
                    }
                }
                break;
            case 37:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c37 "));
                    } finally {
                        total += await(later(37L));
                    }
                }
                break;
            case 38:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c38 "));
                    } finally {
                        total += await(later(38L));
                    }
                }
                break;
            case 39:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c39 "));
                    } finally {
                        total += await(later(39L));
                    }
                }
                break;
            case 40:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c40 "));
                    } finally {
                        total += await(later(40L));
                    }
                }
                break;
            case 41:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c41 "));
                    } finally {
                        total += await(later(41L));
                    }
                }
                break;
            case 42:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c42 "));
                    } finally {
                        total += await(later(42L));
                    }
                }
                break;
            case 43:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c43 "));
                    } finally {
                        total += await(later(43L));
                    }
                }
                break;
            case 44:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c44 "));
                    } finally {
                        total += await(later(44L));
                    }
                }
                break;
            case 45:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c45 "));
                    } finally {
                        total += await(later(45L));
                    }
                }
                break;
            case 46:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c46 "));
                    } finally {
                        total += await(later(46L));
                    }
                }
                break;
            case 47:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c47 "));
                    } finally {
                        total += await(later(47L));
                    }
                }
                break;
            case 48:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c48 "));
                    } finally {
                        total += await(later(48L));
                    }
                }
                break;
            case 49:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c49 "));
                    } finally {
                        total += await(later(49L));
                    }
                }
                break;
            case 50:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c50 "));
                    } finally {
                        total += await(later(50L));
                    }
                }
                break;
            case 51:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c51 "));
                    } finally {
                        total += await(later(51L));
                    }
                }
                break;
            case 52:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c52 "));
                    } finally {
                        total += await(later(52L));
                    }
                }
                break;
            case 53:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c53 "));
                    } finally {
                        total += await(later(53L));
                    }
                }
                break;
            case 54:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c54 "));
                    } finally {
                        total += await(later(54L));
                    }
                }
                break;
            case 55:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c55 "));
                    } finally {
                        total += await(later(55L));
                    }
                }
                break;
            case 56:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c56 "));
                    } finally {
                        total += await(later(56L));
                    }
                }
                break;
            case 57:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c57 "));
                    } finally {
                        total += await(later(57L));
                    }
                }
                break;
            case 58:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c58 "));
                    } finally {
                        total += await(later(58L));
                    }
                }
                break;
            case 59:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c59 "));
                    } finally {
                        total += await(later(59L));
                    }
                }
                break;
            case 60:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c60 "));
                    } finally {
                        total += await(later(60L));
                    }
                }
                break;
            case 61:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c61 "));
                    } finally {
                        total += await(later(61L));
                    }
                }
                break;
            case 62:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c62 "));
                    } finally {
                        total += await(later(62L));
                    }
                }
                break;
            case 63:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c63 "));
                    } finally {
                        total += await(later(63L));
                    }
                }
                break;
            case 64:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c64 "));
                    } finally {
                        total += await(later(64L));
                    }
                }
                break;
            case 65:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c65 "));
                    } finally {
                        total += await(later(65L));
                    }
                }
                break;
            case 66:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c66 "));
                    } finally {
                        total += await(later(66L));
                    }
                }
                break;
            case 67:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c67 "));
                    } finally {
                        total += await(later(67L));
                    }
                }
                break;
            case 68:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c68 "));
                    } finally {
                        total += await(later(68L));
                    }
                }
                break;
            case 69:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c69 "));
                    } finally {
                        total += await(later(69L));
                    }
                }
                break;
            case 70:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c70 "));
                    } finally {
                        total += await(later(70L));
                    }
                }
                break;
            case 71:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c71 "));
                    } finally {
                        total += await(later(71L));
                    }
                }
                break;
            case 72:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c72 "));
                    } finally {
                        total += await(later(72L));
                    }
                }
                break;
            case 73:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c73 "));
                    } finally {
                        total += await(later(73L));
                    }
                }
                break;
            case 74:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c74 "));
                    } finally {
                        total += await(later(74L));
                    }
                }
                break;
            case 75:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c75 "));
                    } finally {
                        total += await(later(75L));
                    }
                }
                break;
            case 76:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c76 "));
                    } finally {
                        total += await(later(76L));
                    }
                }
                break;
            case 77:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c77 "));
                    } finally {
                        total += await(later(77L));
                    }
                }
                break;
            case 78:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c78 "));
                    } finally {
                        total += await(later(78L));
                    }
                }
                break;
            case 79:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c79 "));
                    } finally {
                        total += await(later(79L));
                    }
                }
                break;
            case 80:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c80 "));
                    } finally {
                        total += await(later(80L));
                    }
                }
                break;
            case 81:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c81 "));
                    } finally {
                        total += await(later(81L));
                    }
                }
                break;
            case 82:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c82 "));
                    } finally {
                        total += await(later(82L));
                    }
                }
                break;
            case 83:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c83 "));
                    } finally {
                        total += await(later(83L));
                    }
                }
                break;
            case 84:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c84 "));
                    } finally {
                        total += await(later(84L));
                    }
                }
                break;
            case 85:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c85 "));
                    } finally {
                        total += await(later(85L));
                    }
                }
                break;
            case 86:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c86 "));
                    } finally {
                        total += await(later(86L));
                    }
                }
                break;
            case 87:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c87 "));
                    } finally {
                        total += await(later(87L));
                    }
                }
                break;
            case 88:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c88 "));
                    } finally {
                        total += await(later(88L));
                    }
                }
                break;
            case 89:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c89 "));
                    } finally {
                        total += await(later(89L));
                    }
                }
                break;
            case 90:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c90 "));
                    } finally {
                        total += await(later(90L));
                    }
                }
                break;
            case 91:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c91 "));
                    } finally {
                        total += await(later(91L));
                    }
                }
                break;
            case 92:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c92 "));
                    } finally {
                        total += await(later(92L));
                    }
                }
                break;
            case 93:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c93 "));
                    } finally {
                        total += await(later(93L));
                    }
                }
                break;
            case 94:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c94 "));
                    } finally {
                        total += await(later(94L));
                    }
                }
                break;
            case 95:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c95 "));
                    } finally {
                        total += await(later(95L));
                    }
                }
                break;
            case 96:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c96 "));
                    } finally {
                        total += await(later(96L));
                    }
                }
                break;
            case 97:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c97 "));
                    } finally {
                        total += await(later(97L));
                    }
                }
                break;
            case 98:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c98 "));
                    } finally {
                        total += await(later(98L));
                    }
                }
                break;
            case 99:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c99 "));
                    } finally {
                        total += await(later(99L));
                    }
                }
                break;
            case 100:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c100 "));
                    } finally {
                        total += await(later(100L));
                    }
                }
                break;
            case 101:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c101 "));
                    } finally {
                        total += await(later(101L));
                    }
                }
                break;
            case 102:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c102 "));
                    } finally {
                        total += await(later(102L));
                    }
                }
                break;
            case 103:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c103 "));
                    } finally {
                        total += await(later(103L));
                    }
                }
                break;
            case 104:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c104 "));
                    } finally {
                        total += await(later(104L));
                    }
                }
                break;
            case 105:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c105 "));
                    } finally {
                        total += await(later(105L));
                    }
                }
                break;
            case 106:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c106 "));
                    } finally {
                        total += await(later(106L));
                    }
                }
                break;
            case 107:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c107 "));
                    } finally {
                        total += await(later(107L));
                    }
                }
                break;
            case 108:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c108 "));
                    } finally {
                        total += await(later(108L));
                    }
                }
                break;
            case 109:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c109 "));
                    } finally {
                        total += await(later(109L));
                    }
                }
                break;
            case 110:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c110 "));
                    } finally {
                        total += await(later(110L));
                    }
                }
                break;
            case 111:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c111 "));
                    } finally {
                        total += await(later(111L));
                    }
                }
                break;
            case 112:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c112 "));
                    } finally {
                        total += await(later(112L));
                    }
                }
                break;
            case 113:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c113 "));
                    } finally {
                        total += await(later(113L));
                    }
                }
                break;
            case 114:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c114 "));
                    } finally {
                        total += await(later(114L));
                    }
                }
                break;
            case 115:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c115 "));
                    } finally {
                        total += await(later(115L));
                    }
                }
                break;
            case 116:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c116 "));
                    } finally {
                        total += await(later(116L));
                    }
                }
                break;
            case 117:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c117 "));
                    } finally {
                        total += await(later(117L));
                    }
                }
                break;
            case 118:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c118 "));
                    } finally {
                        total += await(later(118L));
                    }
                }
                break;
            case 119:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c119 "));
                    } finally {
                        total += await(later(119L));
                    }
                }
                break;
            case 120:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c120 "));
                    } finally {
                        total += await(later(120L));
                    }
                }
                break;
            case 121:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c121 "));
                    } finally {
                        total += await(later(121L));
                    }
                }
                break;
            case 122:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c122 "));
                    } finally {
                        total += await(later(122L));
                    }
                }
                break;
            case 123:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c123 "));
                    } finally {
                        total += await(later(123L));
                    }
                }
                break;
            case 124:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c124 "));
                    } finally {
                        total += await(later(124L));
                    }
                }
                break;
            case 125:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c125 "));
                    } finally {
                        total += await(later(125L));
                    }
                }
                break;
            case 126:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c126 "));
                    } finally {
                        total += await(later(126L));
                    }
                }
                break;
            case 127:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c127 "));
                    } finally {
                        total += await(later(127L));
                    }
                }
                break;
            case 128:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c128 "));
                    } finally {
                        total += await(later(128L));
                    }
                }
                break;
            case 129:
                for (int j = 0; j < 2; j++) {
                    try {
                        text += j + await(later("c129 "));
                    } finally {
                        total += await(later(129L));
                    }
                }
                break;
            default:
                text = await(later("none"));
        }
        return Async.of(text + total);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(pick(0)));
        System.out.println(await(pick(129)));
        System.out.println(await(pick(-1)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 0c0 1c0 0
// expect: 0c129 1c129 258
// expect: none0
